namespace Sendra.Domain.EventSources.Signatures;

/// <summary>A delivery whose signature is to be checked.</summary>
public sealed class SignedRequest
{
    private readonly byte[] _sent;
    private readonly Lazy<Payload?> _payload;

    /// <param name="body">The raw bytes of the body.</param>
    /// <param name="headers">All headers as they came.</param>
    /// <param name="contentType">The Content-Type header, or null.</param>
    /// <param name="url">The source's public URL that was called, with what stood behind it.</param>
    public SignedRequest(byte[] body, RequestHeaders headers, string? contentType = null, string url = "")
    {
        ArgumentNullException.ThrowIfNull(headers);
        (_sent, Body, Headers, ContentType, Url) = (body, body, headers, contentType, url);
        _payload = new(() => Payload.TryRead(body, contentType, headers["Content-Encoding"], out var payload, out _) ? payload : null);
    }

    /// <summary>The bytes that are signed.</summary>
    public byte[] Body { get; private init; }

    public RequestHeaders Headers { get; }

    public string? ContentType { get; }

    public string Url { get; }

    /// <summary>The certificate that <see cref="SignatureScheme.CertificateOf"/> asked for, once it was fetched.</summary>
    public SigningCertificate? Certificate { get; private init; }

    /// <summary>The body as paths read it; null when it can't be read.</summary>
    internal Payload? Payload => _payload.Value;

    /// <summary>The same with the certificate that was fetched for it.</summary>
    public SignedRequest With(SigningCertificate? certificate) => new(_sent, Headers, ContentType, Url) { Body = Body, Certificate = certificate };

    /// <summary>The same with the body as it was before it was compressed; null when it wasn't, or can't be decompressed.</summary>
    public SignedRequest? Decompressed() => Headers["Content-Encoding"] is { } coding && ContentCoding.TryDecode(_sent, coding) is { } decoded
        ? new SignedRequest(_sent, Headers, ContentType, Url) { Body = decoded, Certificate = Certificate }
        : null;

    /// <summary>What stands at a place, as text; null when there is none.</summary>
    internal string? Text(PayloadPath path) => Payload is { } payload ? path.Read(payload, Headers).Scalar : null;
}
