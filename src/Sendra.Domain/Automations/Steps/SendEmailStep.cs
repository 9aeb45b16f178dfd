using Sendra.Domain.Liquid;
using Sendra.Domain.Messages;

namespace Sendra.Domain.Automations.Steps;

/// <summary>Sends the contact one mail, and goes on whatever comes of it.</summary>
public sealed record SendEmailStep : Step
{
    public const string TypeName = "sendEmail";

    /// <summary>The greatest length of a subject, in characters, as it is written.</summary>
    public const int MaxSubjectLength = 1_000;

    private SendEmailStep(StepHead head, TemplateId templateId, MessageKind kind, LiquidText? subject, FromAddress? from, StepId? next)
        : base(head.Id, head.Name)
    {
        TemplateId = templateId;
        Kind = kind;
        Subject = subject;
        From = from;
        Next = next;
        Exits = [new StepExit("next", next)];
    }

    /// <summary>What the mail says: the newest version at the time when it is first handed over.</summary>
    public TemplateId TemplateId { get; }

    public MessageKind Kind { get; }

    /// <summary>The subject; null for the template's.</summary>
    public LiquidText? Subject { get; }

    /// <summary>Who it comes from; null for the workspace's sender.</summary>
    public FromAddress? From { get; }

    /// <summary>Where runs go on; null when they complete.</summary>
    public StepId? Next { get; }

    public override string Type => TypeName;

    public override IReadOnlyList<StepExit> Exits { get; }

    // A walk does not: the event is read when the mail is rendered.
    public override bool ReadsTrigger => false;

    public override bool ReachesOut => true;

    public override MailNeeds MailNeeds =>
        (From is null ? MailNeeds.Sender : MailNeeds.None) | (Kind == MessageKind.Marketing ? MailNeeds.PostalAddress : MailNeeds.None);

    internal static SendEmailStep? Read(StepHead head, DefinitionReader reader)
    {
        var template = ReadTemplate(reader);
        var kind = ReadKind(reader);
        var subject = reader.Liquid("subject");
        if (subject?.Text.Length > MaxSubjectLength)
        {
            reader.Refuse("subject", $"must be at most {MaxSubjectLength} characters");
        }

        var (from, next) = (ReadFrom(reader), reader.Step("next"));
        return template is null || kind is null ? null : new SendEmailStep(head, template.Value, kind.Value, subject, from, next);
    }

    private static TemplateId? ReadTemplate(DefinitionReader reader)
    {
        if (reader.RequiredText("templateId") is not { } text)
        {
            return null;
        }

        // As it was given: what is in use is found by its text.
        if (Guid.TryParse(text, out var id) && $"{id}" == text)
        {
            return new TemplateId(id);
        }

        reader.Refuse("templateId", "is not a template of this workspace");
        return null;
    }

    private static MessageKind? ReadKind(DefinitionReader reader)
    {
        switch (reader.RequiredText("kind"))
        {
            case null:
                return null;
            case "marketing":
                return MessageKind.Marketing;
            case "transactional":
                return MessageKind.Transactional;
            default:
                reader.Refuse("kind", "must be marketing or transactional");
                return null;
        }
    }

    private static FromAddress? ReadFrom(DefinitionReader reader)
    {
        if (reader.Text("from") is not { } text)
        {
            return null;
        }

        if (!FromAddress.TryParse(text, out var from, out var problem))
        {
            reader.Refuse("from", problem);
        }

        return from;
    }
}
