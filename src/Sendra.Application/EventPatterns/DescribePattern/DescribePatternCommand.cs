using MediatR;

namespace Sendra.Application.EventPatterns.DescribePattern;

/// <summary>Changes a declared name's description. The name itself stays.</summary>
/// <param name="Description">The new text, or null for none.</param>
public sealed record DescribePatternCommand(EventPatternId Id, string? Description) : IRequest<PatternResult>;
