namespace MrsDiag.Endpoints.Probing;

// The tokens of StageNote.Reason.
internal static class StageReason
{
    public const string NoCredential = "noCredential";
    public const string StageBeforeFailed = "stageBeforeFailed";
    public const string HybridAgent = "hybridAgent";
    public const string NoRoute = "noRoute";
    public const string Hairpin = "hairpin";
    public const string CredentialRefusedBefore = "credentialRefusedBefore";
    public const string TlsNotTrusted = "tlsNotTrusted";
    public const string TimeBudget = "timeBudget";
    public const string SwitchedOff = "switchedOff";
    public const string NotHttps = "notHttps";
    public const string AdPropertiesOnly = "adPropertiesOnly";
    public const string NotOffered = "notOffered";
    public const string NotAsked = "notAsked";
    public const string ForeignName = "foreignName";
    public const string NotSupportedHere = "notSupportedHere";
}
