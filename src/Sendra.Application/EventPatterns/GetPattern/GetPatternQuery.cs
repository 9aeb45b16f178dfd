using MediatR;

namespace Sendra.Application.EventPatterns.GetPattern;

/// <summary>Reads one declared name.</summary>
public sealed record GetPatternQuery(EventPatternId Id) : IRequest<PatternResult>;
