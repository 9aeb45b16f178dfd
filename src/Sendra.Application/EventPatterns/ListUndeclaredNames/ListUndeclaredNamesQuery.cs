using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.EventPatterns.ListUndeclaredNames;

/// <summary>Lists names that were received but aren't declared, in ordinal order (P3).</summary>
public sealed record ListUndeclaredNamesQuery(Paging Paging) : IRequest<Page<UndeclaredName>>;
