namespace Sendra.Application.EventSources.ReplaySkipped;

/// <summary>What the replay of a source's skipped deliveries came to.</summary>
/// <param name="Processed">How many became events.</param>
/// <param name="Skipped">How many still can't be mapped.</param>
/// <param name="Duplicate">How many the sender had sent again meanwhile, with success.</param>
public sealed record ReplaySkippedResult(int Processed, int Skipped, int Duplicate);
