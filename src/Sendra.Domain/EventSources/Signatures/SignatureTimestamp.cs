namespace Sendra.Domain.EventSources.Signatures;

/// <summary>Where a sender says when it signed: one of the two.</summary>
/// <param name="Header">A header of its own.</param>
/// <param name="Part">A key in the header of the signature.</param>
public sealed record SignatureTimestamp(string? Header = null, string? Part = null);
