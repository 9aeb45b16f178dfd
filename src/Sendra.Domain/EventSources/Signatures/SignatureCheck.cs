namespace Sendra.Domain.EventSources.Signatures;

/// <summary>The outcome of checking a signature (S7). It never holds a secret or a right signature.</summary>
/// <param name="Code">Null when valid; otherwise one of <see cref="SignatureCode"/>.</param>
/// <param name="Message">Null when valid; otherwise a sentence that says what is wrong and what to do.</param>
public sealed record SignatureCheck(string? Code, string? Message)
{
    /// <summary>Signed with one of the secrets, and in time.</summary>
    public static SignatureCheck Valid { get; } = new(null, null);

    /// <summary>Whether the delivery can have an effect.</summary>
    public bool IsValid => Code is null;

    internal static SignatureCheck Refused(string code, string message) => new(code, message);
}
