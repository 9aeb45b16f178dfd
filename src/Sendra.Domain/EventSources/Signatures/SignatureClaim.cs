namespace Sendra.Domain.EventSources.Signatures;

/// <summary>What a request claims about its signature.</summary>
/// <param name="Signatures">The signatures that were sent; one match is enough.</param>
/// <param name="Signed">What is signed, in order.</param>
/// <param name="Time">The signed time in Unix seconds, where the scheme has one.</param>
internal sealed record SignatureClaim(IReadOnlyList<byte[]> Signatures, IReadOnlyList<byte[]> Signed, long? Time = null);
