namespace Sendra.Domain.Messages.Starters;

/// <summary>What to begin a new template with. Data only: its HTML is a file beside this one.</summary>
/// <param name="Id">Stable, lower case: <c>trial-ending</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for, and which properties of the event it reads.</param>
/// <param name="Subject">The subject, with Liquid in it.</param>
/// <param name="Preheader">What mailboxes show beside the subject, with Liquid in it.</param>
/// <param name="Format">What the source is written in: html.</param>
/// <param name="Source">The HTML, with Liquid in it.</param>
public sealed record TemplateStarter(
    string Id, string Name, string Description, string Subject, string Preheader, TemplateFormat Format, string Source);
