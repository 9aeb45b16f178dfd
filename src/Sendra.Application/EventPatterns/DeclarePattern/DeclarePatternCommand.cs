using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.EventPatterns.DeclarePattern;

/// <summary>Declares an event name (P1). Declaring it again changes nothing, not even its description.</summary>
/// <param name="Description">What the event means, or null.</param>
public sealed record DeclarePatternCommand(string? Name, string? Description) : IRequest<Declared<PatternResult>>;
