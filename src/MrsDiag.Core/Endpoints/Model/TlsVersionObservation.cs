namespace MrsDiag.Endpoints;

/// <summary>What a ClientHello that offers one version alone was answered.</summary>
public sealed class TlsVersionObservation
{
    /// <summary>The version, for example <c>TLS 1.0</c>.</summary>
    public string Version { get; set; } = "";

    /// <summary><c>accepted</c>, <c>refused</c> (alert, or another version), <c>closed</c>, <c>noAnswer</c>, <c>notTls</c>, or <c>notTried</c>.</summary>
    public string Answer { get; set; } = "";

    /// <summary>Cipher, alert name, or what came instead.</summary>
    public string Detail { get; set; } = "";
}
