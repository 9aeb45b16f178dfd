using MediatR;

namespace Sendra.Application.EventPatterns.DescribePattern;

/// <summary>Changes what people read about a declared name; the name itself stays.</summary>
/// <param name="Id">The pattern.</param>
/// <param name="Description">The new text, or null for none.</param>
public sealed record DescribePatternCommand(EventPatternId Id, string? Description) : IRequest<PatternResult>;
