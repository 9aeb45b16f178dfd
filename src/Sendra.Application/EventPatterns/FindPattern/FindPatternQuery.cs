using MediatR;

namespace Sendra.Application.EventPatterns.FindPattern;

/// <summary>Reads the declared name that reads exactly so.</summary>
public sealed record FindPatternQuery(string Name) : IRequest<PatternResult>;
