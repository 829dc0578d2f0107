using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using MrsDiag.Text;

namespace MrsDiag.Commands;

/// <summary>
/// Lets a parameter take a duration as people write it: 30m, 00:30:00, a time span, or a bare number of the unit that fits the
/// parameter. PowerShell itself would read a bare number as ten-millionths of a second.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class DurationAttribute : ArgumentTransformationAttribute
{
    /// <summary>How many milliseconds a bare number counts: 1000 for seconds.</summary>
    public int BareUnit { get; set; } = 1000;

    /// <summary>The shortest duration taken, in milliseconds.</summary>
    public int AtLeast { get; set; }

    /// <summary>Makes a time span, or several, of what was given.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">What was given.</param>
    /// <returns>A time span, or an array of them.</returns>
    /// <exception cref="ArgumentTransformationMetadataException">It is no duration, or too short a one.</exception>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Plain(inputData) switch
    {
        // A null is for the binder to refuse, in its own words.
        null => inputData,
        IList list => list.Cast<object?>().Select(One).ToArray(),
        var value => One(value),
    };

    private TimeSpan One(object? item)
    {
        object? value = Plain(item);
        string text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        TimeSpan? read = value is TimeSpan span ? span : DurationArgument.Read(text, TimeSpan.FromMilliseconds(BareUnit));
        if (read is not { } duration || duration < TimeSpan.Zero)
            throw new ArgumentTransformationMetadataException(
                $"'{FactText.Shorten(text, 60)}' is no duration. Write 90s, 30m, 1h30m, 00:30:00, or a number of {UnitName}.");
        if (duration < TimeSpan.FromMilliseconds(AtLeast))
            throw new ArgumentTransformationMetadataException(
                $"'{FactText.Shorten(text, 60)}' is {Durations.Format(duration)}, and at least {Durations.Format(TimeSpan.FromMilliseconds(AtLeast))} is expected. "
                + $"A bare number counts {UnitName}; with a unit it cannot be misread: 90s, 30m.");
        return duration;
    }

    private string UnitName => BareUnit == 1 ? "milliseconds" : "seconds";

    private static object? Plain(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
