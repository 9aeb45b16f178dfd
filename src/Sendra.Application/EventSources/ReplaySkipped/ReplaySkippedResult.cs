namespace Sendra.Application.EventSources.ReplaySkipped;

/// <summary>What replaying all skipped deliveries of a source came to.</summary>
/// <param name="Processed">How many became events.</param>
/// <param name="Skipped">How many still can't be mapped.</param>
/// <param name="Duplicate">How many the sender had sent again meanwhile, with success.</param>
public sealed record ReplaySkippedResult(int Processed, int Skipped, int Duplicate);
