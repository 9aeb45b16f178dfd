using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.EventPatterns.ListUndeclaredNames;

/// <summary>Reads a part of the names that were received but are not declared, in ordinal order (P3).</summary>
/// <param name="Paging">Which part.</param>
public sealed record ListUndeclaredNamesQuery(Paging Paging) : IRequest<Page<UndeclaredName>>;
