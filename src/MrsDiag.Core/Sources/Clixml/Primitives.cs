using System;
using System.Globalization;
using System.Xml;

namespace MrsDiag.Sources.Clixml;

/// <summary>Turns the text of a primitive element into its value.</summary>
internal sealed class Primitives
{
    private const int SmallFrom = -1;
    private const int SmallTo = 255;

    private static readonly object True = true;
    private static readonly object False = false;
    private static readonly object[] SmallInts = MakeBoxes(i => (object)i);
    private static readonly object[] SmallBytes = MakeBoxes(i => (object)(byte)(i & 0xff));

    private readonly TextPool _pool = new();

    /// <summary>A text as it is, without decoding.</summary>
    public string Text(char[] buffer, int length) => _pool.Get(buffer, length);

    /// <summary>Converts one value. What does not have its type's form comes back as text.</summary>
    /// <returns>The value; <paramref name="isGood"/> says whether it has the form of its type.</returns>
    public object Convert(ElementKind kind, char[] buffer, int length, out bool isGood)
    {
        if (kind == ElementKind.Text)
        {
            isGood = true;
            return _pool.Get(buffer, EscapeDecoder.Decode(buffer, length));
        }
        object? value = Typed(kind, buffer, length);
        isGood = value is not null;
        return value ?? _pool.Get(buffer, EscapeDecoder.Decode(buffer, length));
    }

    private object? Typed(ElementKind kind, char[] buffer, int length)
    {
        switch (kind)
        {
            case >= ElementKind.SByte and <= ElementKind.Int64:
                return Integer(kind, buffer, length);
            case ElementKind.Time:
                return TimeText.TryParse(buffer, length, out DateTime time) ? time : null;
            case ElementKind.Boolean:
                return CharRun.Equals("true", buffer, length) ? True : CharRun.Equals("false", buffer, length) ? False : null;
            case ElementKind.Bytes:
                return Bytes(buffer, length);
            default:
                return Rare(kind, _pool.Get(buffer, length).Trim());
        }
    }

    private static object? Rare(ElementKind kind, string text) => kind switch
    {
        ElementKind.Guid => Guid.TryParse(text, out Guid id) ? id : null,
        ElementKind.Duration => Duration(text),
        ElementKind.Version => Version.TryParse(text, out Version? version) ? version : null,
        ElementKind.Double => Float(text, out double number) ? number : null,
        ElementKind.Single => Float(text, out double number) ? (float)number : null,
        ElementKind.Decimal => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null,
        ElementKind.UInt64 => ulong.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out ulong number) ? number : null,
        ElementKind.Character => ushort.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out ushort code)
            ? ((char)code).ToString() : null,
        _ => null,
    };

    private static object? Integer(ElementKind kind, char[] buffer, int length)
    {
        if (!TryInteger(buffer, length, out long value))
            return null;
        bool small = value is >= SmallFrom and <= SmallTo;
        return kind switch
        {
            ElementKind.Int32 when small => SmallInts[value - SmallFrom],
            ElementKind.Int32 => value is >= int.MinValue and <= int.MaxValue ? (int)value : null,
            ElementKind.Int64 => value,
            ElementKind.Byte => value is >= 0 and <= byte.MaxValue ? SmallBytes[value - SmallFrom] : null,
            ElementKind.SByte => value is >= sbyte.MinValue and <= sbyte.MaxValue ? (sbyte)value : null,
            ElementKind.Int16 => value is >= short.MinValue and <= short.MaxValue ? (short)value : null,
            ElementKind.UInt16 => value is >= 0 and <= ushort.MaxValue ? (ushort)value : null,
            _ => value is >= 0 and <= uint.MaxValue ? (uint)value : null,
        };
    }

    private static bool TryInteger(char[] buffer, int length, out long value)
    {
        value = 0;
        int at = length > 0 && buffer[0] == '-' ? 1 : 0;
        // 18 digits always fit; the few values beyond go the slow way.
        if (length == at || length - at > 18)
            return long.TryParse(new string(buffer, 0, length), NumberStyles.Integer, CultureInfo.InvariantCulture, out value);
        for (int i = at; i < length; i++)
        {
            int digit = buffer[i] - '0';
            if (digit is < 0 or > 9)
                return false;
            value = (value * 10) + digit;
        }
        if (at == 1)
            value = -value;
        return true;
    }

    // XML says INF where .NET says Infinity.
    private static bool Float(string text, out double number)
    {
        number = text switch { "INF" => double.PositiveInfinity, "-INF" => double.NegativeInfinity, "NaN" => double.NaN, _ => 0 };
        return number != 0 || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    private static TimeSpan? Duration(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span) ? span : null;
        }
    }

    private static byte[]? Bytes(char[] buffer, int length)
    {
        try
        {
            return System.Convert.FromBase64CharArray(buffer, 0, length);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static object[] MakeBoxes(Func<int, object> box)
    {
        object[] boxes = new object[SmallTo - SmallFrom + 1];
        for (int i = 0; i < boxes.Length; i++)
            boxes[i] = box(i + SmallFrom);
        return boxes;
    }
}
