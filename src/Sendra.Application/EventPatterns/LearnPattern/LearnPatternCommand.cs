using MediatR;

namespace Sendra.Application.EventPatterns.LearnPattern;

/// <summary>Adds to a pattern's schema what its last events had.</summary>
public sealed record LearnPatternCommand(EventPatternId Id) : IRequest<PatternResult>;
