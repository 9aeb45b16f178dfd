using Sendra.Application.Common;
using Sendra.Application.Messages;
using Sendra.Domain.Messages;

namespace Sendra.Application.Templates;

internal static class TemplateVersionExtensions
{
    public static Task<TemplateVersion> NewestOfAsync(
        this IRepository<TemplateVersion> versions, Template template, CancellationToken cancellationToken) =>
        versions.GetAsync(TemplateVersionSpec.ByNumber(template.Id, template.Version), "version", cancellationToken);

    /// <summary>The version that a template has reached, ready to render.</summary>
    /// <param name="template">The template.</param>
    /// <param name="content">What it says.</param>
    /// <param name="by">The user or the API key.</param>
    /// <param name="work">Where its turn comes.</param>
    public static Task<TemplateVersion> VersionOfAsync(
        this Template template, TemplateContent content, Guid by, LongWork work, CancellationToken cancellationToken) =>
        work.RunAsync(template.WorkspaceId, () => TemplateVersion.Of(template, content, CssInliner.Inline(content), by), cancellationToken);
}
