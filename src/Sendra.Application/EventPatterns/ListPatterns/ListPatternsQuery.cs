using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.EventPatterns.ListPatterns;

/// <summary>Lists declared names in ordinal order, for autocomplete too (P2).</summary>
/// <param name="Query">Only names that contain this text, in any case, or null for all.</param>
public sealed record ListPatternsQuery(string? Query, Paging Paging) : IRequest<Page<PatternResult>>;
