using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.EventPatterns.ListPatterns;

/// <summary>Reads a part of the declared names, in ordinal order; also autocomplete (P2).</summary>
/// <param name="Query">Only names that contain this text, in any case, or null for all.</param>
/// <param name="Paging">Which part.</param>
public sealed record ListPatternsQuery(string? Query, Paging Paging) : IRequest<Page<PatternResult>>;
