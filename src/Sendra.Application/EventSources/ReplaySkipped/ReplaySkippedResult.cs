namespace Sendra.Application.EventSources.ReplaySkipped;

/// <summary>The result of replaying all skipped deliveries of a source.</summary>
/// <param name="Processed">How many became events.</param>
/// <param name="Skipped">How many still can't be mapped.</param>
/// <param name="Duplicate">How many the sender had successfully sent again in the meantime.</param>
public sealed record ReplaySkippedResult(int Processed, int Skipped, int Duplicate);
