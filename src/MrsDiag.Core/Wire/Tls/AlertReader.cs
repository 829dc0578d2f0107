namespace MrsDiag.Wire.Tls;

// Alerts, two bytes each, whatever records they are spread over.
internal sealed class AlertReader
{
    private const byte WarningLevel = 1;
    private const byte FatalLevel = 2;
    private const byte CloseNotify = 0;
    private const int MostWarnings = 16;
    private int _level = -1;
    private int _warnings;

    // The last warning: no answer (RFC 6066: unrecognized_name may precede a ServerHello), unless nothing follows.
    public int? Warning { get; private set; }

    public TlsAnswer? Push(byte value)
    {
        if (_level < 0)
        {
            _level = value;
            return value is WarningLevel or FatalLevel ? null : Answers.Malformed("an alert of unknown level");
        }
        int level = _level;
        _level = -1;
        if (level == FatalLevel)
            return Answers.Alert(value, "");
        if (value == CloseNotify)
            return Answers.Alert(value, "the server ends the connection");
        Warning = value;
        return ++_warnings > MostWarnings ? Answers.Malformed("warnings without end") : null;
    }
}
