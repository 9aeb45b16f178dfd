using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Sendra.Application.Access;
using Sendra.Application.Common;
using Sendra.Application.Contacts;
using Sendra.Application.Mail;
using Sendra.Application.Templates.PreviewTemplate;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Messages;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Messages.SendTestMessage;

internal sealed class SendTestMessageHandler(
    IMediator mediator,
    IMembers members,
    IRepository<Workspace> workspaces,
    IRepository<Template> templates,
    IContactList contacts,
    IMessageLog log,
    IMailTransport transport,
    ITestTurns turns,
    IWorkspaceContext workspace,
    IdGenerator ids,
    TimeProvider clock) : IRequestHandler<SendTestMessageCommand, MessageDetails>
{
    public async Task<MessageDetails> Handle(SendTestMessageCommand request, CancellationToken cancellationToken)
    {
        var template = await templates.GetAsync(TemplateSpec.ById(request.TemplateId), "template", cancellationToken);
        if (!EmailAddress.TryParse(request.To, out var to, out _) || !await members.AnyWithAsync(to, cancellationToken))
        {
            throw new ValidationException([new ValidationFailure("to", "to must be the email of a member of this workspace.")]);
        }

        var settings = await workspaces.GetAsync(WorkspaceSpec.ById(workspace.WorkspaceId), "workspace", cancellationToken);
        var sender = settings.Sender ?? throw new ConflictException("senderMissing", "The workspace has no sender. Set one in its settings.");
        var rendered = await mediator.Send(new PreviewTemplateQuery(request.TemplateId, null, request.Contact, request.Event), cancellationToken);
        var contact = TestContact.EmailIn(request.Contact ?? new RawJson("{}")) is { } email ? await contacts.FindAsync(email, cancellationToken) : null;
        var id = ids.Next<MessageId>();
        var mail = MailWriting.Address(
            new RenderedMail($"[Test] {rendered.Subject}", rendered.Html, rendered.Text, rendered.UndefinedVariables),
            id,
            clock.GetUtcNow(),
            new Mailbox(sender.FromName, sender.FromEmail),
            sender.ReplyTo,
            to.Value,
            null,
            "test",
            $"{workspace.WorkspaceId.Value:N}");
        await turns.TakeAsync(cancellationToken);
        var (status, reason) = Outcome(await transport.SendAsync(mail, cancellationToken));

        // It has been sent by now: whoever gave up waiting still finds it in the list.
        await log.AddTestAsync(id, contact?.Id, template, mail, status, reason, CancellationToken.None);
        return (await log.FindAsync(id, CancellationToken.None))!;
    }

    private static (MessageStatus Status, string? Reason) Outcome(MailAnswer answer) => answer switch
    {
        MailAnswer.Sent => (MessageStatus.Sent, null),
        MailAnswer.Captured => (MessageStatus.Captured, null),
        MailAnswer.TryAgain again => (MessageStatus.Failed, again.Problem),
        MailAnswer.NotTried not => (MessageStatus.Failed, not.Problem),
        MailAnswer.Refused { IsBounce: true } bounce => (MessageStatus.Bounced, bounce.Problem),
        MailAnswer.Refused refused => (MessageStatus.Failed, refused.Problem),
        _ => throw new InvalidOperationException($"No test ends with {answer}."),
    };
}
