using Sendra.Domain.EventPatterns;

namespace Sendra.WebApi.Contracts.EventPatterns;

/// <summary>Maps findings to their contract.</summary>
internal static class CatalogContracts
{
    public static CatalogFindingResponse ToResponse(this CatalogFinding finding) => new(
        finding.Code,
        finding.Message,
        finding.EventName,
        finding.Names,
        finding.AutomationId,
        finding.AutomationName,
        finding.Property,
        finding.Types);
}
