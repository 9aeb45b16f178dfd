namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>How a delivery's payload is shown.</summary>
public enum PayloadEncoding
{
    /// <summary>As the text it is.</summary>
    Text,

    /// <summary>In base64, because its bytes are no UTF-8 text.</summary>
    Base64,
}
