namespace MrsDiag.Endpoints;

/// <summary>Why a stage was not tested.</summary>
public sealed class StageNote
{
    /// <summary>The stage.</summary>
    public EndpointStage Stage { get; set; }

    /// <summary>A short token for rules: <c>noCredential</c>, <c>stageBeforeFailed</c>, <c>hybridAgent</c>, <c>noRoute</c>, <c>hairpin</c>,
    /// <c>credentialRefusedBefore</c>, <c>tlsNotTrusted</c>, <c>timeBudget</c>, <c>switchedOff</c>, <c>notHttps</c>, <c>adPropertiesOnly</c>,
    /// <c>notOffered</c> (the scheme, by the 401 of the GET), <c>notAsked</c> (the GET was answered without asking for a logon),
    /// <c>notSupportedHere</c> (this computer cannot speak NTLM),
    /// <c>foreignName</c> (Autodiscover found the name outside the e-mail domain).</summary>
    public string Reason { get; set; } = "";

    /// <summary>The reason as a sentence.</summary>
    public string Detail { get; set; } = "";
}
