namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>How a delivery's payload is shown.</summary>
public enum PayloadEncoding
{
    /// <summary>As text.</summary>
    Text,

    /// <summary>In base64, because it isn't UTF-8 text.</summary>
    Base64,
}
