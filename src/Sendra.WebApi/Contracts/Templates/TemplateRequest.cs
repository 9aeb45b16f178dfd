using Sendra.Application.Common;
using Sendra.Application.Templates;
using Sendra.Application.Templates.CreateTemplate;
using Sendra.Application.Templates.EditTemplate;
using Sendra.Domain.Messages;

namespace Sendra.WebApi.Contracts.Templates;

/// <summary>What a template says. A new one needs `name`, `subject`, `format` and `source`; in an edit, what is left out stays as it is.</summary>
/// <remarks>All texts can have Liquid in them, with at most 100 blocks each.</remarks>
public sealed record TemplateRequest
{
    private readonly Change<string?>? _preheader;
    private readonly Change<string?>? _text;

    /// <summary>The template's name, 1 to 200 characters. Contacts don't see it.</summary>
    /// <example>Welcome</example>
    public string? Name { get; init; }

    /// <summary>The subject, 1 to 1,000 characters. Line breaks become spaces when it is rendered.</summary>
    /// <example>Welcome, {{ contact.firstName | default: "friend" }}!</example>
    public string? Subject { get; init; }

    /// <summary>What mailboxes show beside the subject, at most 1,000 characters; null for none. It is put at the start of the body, invisibly.</summary>
    /// <example>Three things to try first.</example>
    public string? Preheader
    {
        get => _preheader?.To;
        init => _preheader = new(value);
    }

    /// <summary>What the source is written in: `mjml` or `html`.</summary>
    /// <example>html</example>
    public TemplateFormat? Format { get; init; }

    /// <summary>The MJML or HTML, at most 500,000 characters.</summary>
    /// <example>&lt;p&gt;Hello {{ contact.firstName }}!&lt;/p&gt;</example>
    public string? Source { get; init; }

    /// <summary>With the format `mjml`: the HTML that the source compiles to, at most 500,000 characters. It must come with every new source. Leave it out with `html`.</summary>
    public string? Html { get; init; }

    /// <summary>The text part, at most 500,000 characters; null to make it from the HTML of each email.</summary>
    /// <example>Hello {{ contact.firstName }}!</example>
    public string? Text
    {
        get => _text?.To;
        init => _text = new(value);
    }

    /// <summary>In an edit: the version that you edited. If the template has another one now, the call fails with 409 `changedMeanwhile`. If omitted, versions aren't compared.</summary>
    /// <example>1</example>
    public int? ExpectedVersion { get; init; }

    internal CreateTemplateCommand ToCreateCommand(Guid by) => new(Name, ToText(), by);

    internal EditTemplateCommand ToEditCommand(TemplateId id, Guid by) =>
        new(id, new TemplateChanges(Name, Subject, _preheader, Format, Source, Html, _text), ExpectedVersion, by);

    internal TemplateText ToText() => new(Subject, Preheader, Format, Source, Html, Text);
}
