namespace Sendra.Domain.Messages;

/// <summary>What a template says, as people and programs write it: <see cref="TemplateContent.TryCreate"/> has yet to check it.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Preheader">What mailboxes show beside the subject; none when null or blank.</param>
/// <param name="Format">What the source is written in.</param>
/// <param name="Source">The source.</param>
/// <param name="Html">The compiled HTML of MJML; none for HTML, which is its own source.</param>
/// <param name="Text">The text part; made from the HTML when null or blank.</param>
public sealed record TemplateText(string? Subject, string? Preheader, TemplateFormat? Format, string? Source, string? Html, string? Text);
