namespace Sendra.Domain.EventSources.Signatures;

/// <summary>The codes of a refused <see cref="SignatureCheck"/> (S7). Part of the HTTP contract: add, never rename.</summary>
public static class SignatureCode
{
    /// <summary>A header that the scheme needs was not sent.</summary>
    public const string Missing = "signatureMissing";

    /// <summary>A header of the scheme was sent but has another form.</summary>
    public const string Malformed = "signatureMalformed";

    /// <summary>No secret of the source makes this signature for this body.</summary>
    public const string Mismatch = "signatureMismatch";

    /// <summary>Rightly signed, but too long ago.</summary>
    public const string TooOld = "timestampTooOld";

    /// <summary>Rightly signed, but with a time in the future.</summary>
    public const string TooNew = "timestampTooNew";
}
