using MediatR;

namespace Sendra.Application.EventSources.ReplaySkipped;

/// <summary>Tries all skipped deliveries of a source again, oldest first (S9).</summary>
public sealed record ReplaySkippedCommand(EventSourceId SourceId) : IRequest<ReplaySkippedResult>;
