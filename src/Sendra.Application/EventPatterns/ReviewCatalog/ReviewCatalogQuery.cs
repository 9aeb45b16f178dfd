using MediatR;
using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns.ReviewCatalog;

/// <summary>Finds probable mistakes in the workspace's event names (A9).</summary>
public sealed record ReviewCatalogQuery : IRequest<IReadOnlyList<CatalogFinding>>
{
    /// <summary>How many names, and types of properties, to check.</summary>
    public const int MaxNames = 10_000;
}
