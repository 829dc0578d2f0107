namespace YamlDotNet.RepresentationModel;

/// <summary>Has the name of a real type, so that a script can tell which copy a session uses.</summary>
public sealed class YamlStream
{
    public static string Copy => "newer";
}
