namespace Sendra.Application.Templates;

/// <summary>Says who sends a template, in the current workspace.</summary>
public interface ITemplateUses
{
    /// <summary>The name of an automation that sends it: of its newest version, unless it is archived, or of one that active runs follow; null when none does.</summary>
    Task<string?> FindAsync(TemplateId templateId, CancellationToken cancellationToken);
}
