namespace Sendra.Domain.EventSources.Signatures;

/// <summary>Where a sender says when it signed: one of the three.</summary>
/// <param name="Header">A header of its own.</param>
/// <param name="Part">A key in the header of the signature.</param>
/// <param name="Field">A path in the body.</param>
public sealed record SignatureTimestamp(string? Header = null, string? Part = null, string? Field = null);
