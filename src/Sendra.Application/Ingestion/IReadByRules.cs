namespace Sendra.Application.Ingestion;

/// <summary>
/// Something that arrived and is read by its workspace's rules. If the rules have changed by the time it is decided, ingestion reads it
/// again, so it never depends on how fast they change.
/// </summary>
public interface IReadByRules
{
    /// <summary>The request by these rules. Pure, and can be called again.</summary>
    /// <exception cref="Domain.Common.DomainException">These rules refuse it.</exception>
    IngestionRequest ReadBy(WorkspaceRules rules);
}
