namespace MrsDiag.Endpoints;

/// <summary>One header of an answer; the value of a cookie is masked.</summary>
public sealed class HttpHeaderObservation
{
    /// <summary>Its name, as sent.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its value, at most 1,000 characters.</summary>
    public string Value { get; set; } = "";
}
