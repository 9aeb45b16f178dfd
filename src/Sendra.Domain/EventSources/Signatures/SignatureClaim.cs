namespace Sendra.Domain.EventSources.Signatures;

/// <summary>What a request's headers claim about its signature.</summary>
/// <param name="Signatures">The signatures that were sent; one match is enough.</param>
/// <param name="BeforeBody">What is signed before the body.</param>
/// <param name="Time">The signed time in Unix seconds, where the scheme has one.</param>
/// <param name="AfterBody">What is signed after the body.</param>
internal sealed record SignatureClaim(IReadOnlyList<byte[]> Signatures, string BeforeBody = "", long? Time = null, string AfterBody = "");
