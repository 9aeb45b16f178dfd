namespace Sendra.Application.Ingestion;

/// <summary>
/// What arrived, and is read by its workspace's rules. Ingestion reads it anew when the rules have changed by the time that it is decided;
/// so it never depends on how fast they change.
/// </summary>
public interface IReadByRules
{
    /// <summary>What takes effect by these rules. Pure, and may be asked for again.</summary>
    /// <exception cref="Domain.Common.DomainException">By these rules it is not taken at all.</exception>
    IngestionRequest ReadBy(WorkspaceRules rules);
}
