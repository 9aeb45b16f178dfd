using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Templates;

/// <summary>What to preview, and for whom.</summary>
public sealed record PreviewDraftRequest : PreviewTemplateRequest
{
    /// <summary>A template that need not be saved, with the fields of <c>POST /api/templates</c>. Errors name its fields as <c>template.subject</c>.</summary>
    [Required]
    public TemplateRequest? Template { get; init; }
}
