using MediatR;
using NodaTime;
using Sendra.Application.Common;
using Sendra.Application.Contacts;
using Sendra.Application.Messages;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Liquid;
using Sendra.Domain.Messages;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Templates.PreviewTemplate;

internal sealed class PreviewTemplateHandler(
    IRepository<Template> templates,
    IRepository<TemplateVersion> versions,
    IRepository<CustomField> customFields,
    IRepository<Workspace> workspaces,
    IContactList contacts,
    IWorkspaceContext workspace,
    LongWork work,
    IdGenerator ids,
    TimeProvider clock)
    : IRequestHandler<PreviewTemplateQuery, TemplatePreview>
{
    // Who is nobody in particular still has an address, and a link to unsubscribe that leads nowhere.
    private const string Somebody = """{"email":"someone@example.com"}""";
    private const string UnsubscribeUrl = "https://example.com/unsubscribe";

    public async Task<TemplatePreview> Handle(PreviewTemplateQuery request, CancellationToken cancellationToken)
    {
        var version = request.Id is { } id ? await NewestAsync(id, cancellationToken) : null;
        var settings = await workspaces.GetAsync(WorkspaceSpec.ById(workspace.WorkspaceId), "workspace", cancellationToken);
        var fields = await customFields.DeclaredAsync(cancellationToken);
        var (contact, warnings) = await ContactAsync(request.Contact ?? new RawJson("{}"), fields, cancellationToken);
        var context = new ConditionContext(
            contact, fields, request.Event, request.Event, Instant.FromDateTimeOffset(clock.GetUtcNow()), settings.Zone);
        var scope = new LiquidScope(context, settings.Name, UnsubscribeUrl, settings.Sender?.PostalAddress);
        return await work.RunAsync(workspace.WorkspaceId, Render, cancellationToken);

        TemplatePreview Render() =>
            MailRendering.TryRender(version is null ? Draft(request.Draft!) : MailTemplate.Of(version), null, scope, out var mail, out var failure)
                ? new TemplatePreview(mail.Subject, mail.Html, mail.Text, mail.UndefinedVariables, warnings)
                : throw new ConflictException("templateNotRendered", failure);
    }

    private async Task<TemplateVersion> NewestAsync(TemplateId id, CancellationToken cancellationToken) =>
        await versions.NewestOfAsync(await templates.GetAsync(TemplateSpec.ById(id), "template", cancellationToken), cancellationToken);

    private static MailTemplate Draft(TemplateText text)
    {
        var content = text.Read("template.");
        return MailTemplate.Of(content, content.Html ?? CssInliner.Inline(content) ?? content.Source);
    }

    // What is stored under the email, and what the call says over it.
    private async Task<(Contact Contact, IReadOnlyList<ContactWarning> Warnings)> ContactAsync(
        RawJson json, IReadOnlyDictionary<string, CustomField> fields, CancellationToken cancellationToken)
    {
        var email = TestContact.EmailIn(json) ?? TestContact.EmailIn(new RawJson(Somebody))!;
        var contact = await contacts.FindAsync(email, cancellationToken) ?? Contact.Create(ids.Next<ContactId>(), workspace.WorkspaceId, email);
        TestContact.Apply(json, contact, fields, out var warnings);
        return (contact, warnings);
    }
}
