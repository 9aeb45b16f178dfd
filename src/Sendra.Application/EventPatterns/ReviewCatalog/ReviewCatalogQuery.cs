using MediatR;
using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns.ReviewCatalog;

/// <summary>Says what is probably not meant about the workspace's event names (A9).</summary>
public sealed record ReviewCatalogQuery : IRequest<IReadOnlyList<CatalogFinding>>
{
    /// <summary>How many names, and types of properties, are looked at.</summary>
    public const int MaxNames = 10_000;
}
