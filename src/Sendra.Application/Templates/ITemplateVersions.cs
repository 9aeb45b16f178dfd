using Sendra.Application.Common;

namespace Sendra.Application.Templates;

/// <summary>Reads and forgets versions of templates, in the current workspace.</summary>
public interface ITemplateVersions
{
    /// <summary>A page of a template's versions, newest first.</summary>
    Task<Page<TemplateVersionItem>> ListAsync(TemplateId templateId, Paging paging, CancellationToken cancellationToken);

    /// <summary>One version with its content, or null.</summary>
    Task<TemplateVersionResult?> FindAsync(TemplateId templateId, int number, CancellationToken cancellationToken);

    /// <summary>Deletes versions that are older than those that are kept.</summary>
    /// <param name="newest">The newest version's number.</param>
    Task ForgetOldAsync(TemplateId templateId, int newest, CancellationToken cancellationToken);
}
