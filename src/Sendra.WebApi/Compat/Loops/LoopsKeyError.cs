namespace Sendra.WebApi.Compat.Loops;

/// <summary>What a missing or wrong key gets.</summary>
/// <param name="Error">A sentence for people.</param>
public sealed record LoopsKeyError(string Error);
