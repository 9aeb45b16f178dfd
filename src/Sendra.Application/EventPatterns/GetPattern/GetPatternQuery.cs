using MediatR;

namespace Sendra.Application.EventPatterns.GetPattern;

/// <summary>Reads one declared name.</summary>
/// <param name="Id">The pattern.</param>
public sealed record GetPatternQuery(EventPatternId Id) : IRequest<PatternResult>;
