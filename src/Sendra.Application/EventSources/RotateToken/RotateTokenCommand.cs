using MediatR;

namespace Sendra.Application.EventSources.RotateToken;

/// <summary>Gives a source a new URL (S1).</summary>
/// <param name="Id">The source.</param>
/// <param name="OverlapHours">How long the old URLs go on working; none when null.</param>
public sealed record RotateTokenCommand(EventSourceId Id, int? OverlapHours) : IRequest<EventSourceResult>;
