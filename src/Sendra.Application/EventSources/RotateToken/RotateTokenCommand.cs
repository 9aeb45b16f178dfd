using MediatR;

namespace Sendra.Application.EventSources.RotateToken;

/// <summary>Gives a source a new URL (S1).</summary>
/// <param name="OverlapHours">How long the old URLs keep working; null for not at all.</param>
public sealed record RotateTokenCommand(EventSourceId Id, int? OverlapHours) : IRequest<EventSourceResult>;
