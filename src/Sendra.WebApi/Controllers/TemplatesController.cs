using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Common;
using Sendra.Application.Messages.SendTestMessage;
using Sendra.Application.Templates;
using Sendra.Application.Templates.DeleteTemplate;
using Sendra.Application.Templates.GetTemplate;
using Sendra.Application.Templates.GetTemplateVersion;
using Sendra.Application.Templates.ListStarters;
using Sendra.Application.Templates.ListTemplates;
using Sendra.Application.Templates.ListTemplateVersions;
using Sendra.Application.Templates.PreviewTemplate;
using Sendra.Domain.Messages.Starters;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts;
using Sendra.WebApi.Contracts.Messages;
using Sendra.WebApi.Contracts.Templates;
using Sendra.WebApi.Http;

namespace Sendra.WebApi.Controllers;

/// <summary>Templates hold the content of emails. Automations send them.</summary>
[ApiController]
[Route("api/templates")]
[Tags("Templates")]
public sealed class TemplatesController(IMediator mediator) : ControllerBase
{
    // Source, compiled HTML and text part, escaped as JSON.
    private const int MaxBytes = 4 * HttpServer.MaxBodyBytes;

    /// <summary>Lists templates, newest first.</summary>
    /// <param name="query">Only templates whose name contains this text, ignoring case.</param>
    /// <param name="limit">How many items to return: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The nextCursor of the previous page.</param>
    /// <response code="200">A page of the list.</response>
    [HttpGet]
    [Needs(Need.Read)]
    public Task<Page<TemplateItem>> List(string? query, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListTemplatesQuery(query, new Paging(limit, cursor)), cancellationToken);

    /// <summary>Creates a template.</summary>
    /// <remarks>
    /// Liquid sees `contact`, `event` (the event that moved the run last) and `trigger` (the event that began it) by their properties,
    /// `workspace.name`, `workspace.postalAddress` and `unsubscribeUrl`. Values are escaped in HTML, unless they are `raw`. What is undefined reads as empty.
    /// The body can have up to 4 MiB.
    /// </remarks>
    /// <param name="request">What the template says.</param>
    /// <response code="201">Created.</response>
    /// <response code="409"><c>tooManyTemplates</c>: the workspace has 1,000.</response>
    [HttpPost]
    [Needs(Need.Manage)]
    [RequestSizeLimit(MaxBytes)]
    [ProducesResponseType<TemplateResult>(StatusCodes.Status201Created)]
    public async Task<ActionResult<TemplateResult>> Create(TemplateRequest request, CancellationToken cancellationToken)
    {
        var template = await mediator.Send(request.ToCreateCommand(User.ActorId()), cancellationToken);
        return Created($"/api/templates/{template.Id}", template);
    }

    /// <summary>Lists starters: well-made emails to begin a new template with.</summary>
    /// <response code="200">The starters.</response>
    [HttpGet("starters")]
    [Needs(Need.Read)]
    public Task<IReadOnlyList<TemplateStarter>> Starters(CancellationToken cancellationToken) =>
        mediator.Send(new ListStartersQuery(), cancellationToken);

    /// <summary>Returns a template.</summary>
    /// <param name="id">The template.</param>
    /// <response code="200">The template.</response>
    [HttpGet("{id:guid}")]
    [Needs(Need.Read)]
    public Task<TemplateResult> Get(TemplateId id, CancellationToken cancellationToken) =>
        mediator.Send(new GetTemplateQuery(id), cancellationToken);

    /// <summary>Changes what a template says. What is left out stays as it is.</summary>
    /// <remarks>If the content changes, this creates the next version. Emails that are already rendered stay as they are.</remarks>
    /// <param name="id">The template.</param>
    /// <param name="request">What changes.</param>
    /// <response code="200">The updated template.</response>
    /// <response code="409"><c>changedMeanwhile</c>: someone else changed it.</response>
    [HttpPut("{id:guid}")]
    [Needs(Need.Manage)]
    [RequestSizeLimit(MaxBytes)]
    public Task<TemplateResult> Edit(TemplateId id, TemplateRequest request, CancellationToken cancellationToken) =>
        mediator.Send(request.ToEditCommand(id, User.ActorId()), cancellationToken);

    /// <summary>Deletes a template with all its versions. Emails made from it stay.</summary>
    /// <param name="id">The template.</param>
    /// <response code="204">Deleted.</response>
    /// <response code="409"><c>templateInUse</c>: an automation that isn't archived sends it, or active runs do; <c>changedMeanwhile</c>: someone else changed it at the same time. Try again.</response>
    [HttpDelete("{id:guid}")]
    [Needs(Need.Manage)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict)]
    public async Task<IActionResult> Delete(TemplateId id, CancellationToken cancellationToken)
    {
        await mediator.Send(new DeleteTemplateCommand(id), cancellationToken);
        return NoContent();
    }

    /// <summary>Previews a template: renders the email that a contact would get. Nothing is written or sent.</summary>
    /// <remarks>`unsubscribeUrl` is a sample address. Variables that are not there are listed; they read as empty.</remarks>
    /// <param name="id">The template.</param>
    /// <param name="request">For whom to render it.</param>
    /// <response code="200">The email.</response>
    /// <response code="409"><c>templateNotRendered</c>: rendering fails with these values, or takes too much work.</response>
    [HttpPost("{id:guid}/preview")]
    [Needs(Need.Read)]
    public Task<TemplatePreview> Preview(TemplateId id, PreviewTemplateRequest request, CancellationToken cancellationToken) =>
        mediator.Send(new PreviewTemplateQuery(id, null, request.Contact, request.Event), cancellationToken);

    /// <summary>Previews a template that isn't saved. Nothing is written or sent.</summary>
    /// <remarks>`unsubscribeUrl` is a sample address. Variables that are not there are listed; they read as empty.</remarks>
    /// <param name="request">What to render, and for whom.</param>
    /// <response code="200">The email.</response>
    /// <response code="409"><c>templateNotRendered</c>: rendering fails with these values, or takes too much work.</response>
    [HttpPost("preview")]
    [Needs(Need.Read)]
    [RequestSizeLimit(MaxBytes)]
    public Task<TemplatePreview> PreviewDraft(PreviewDraftRequest request, CancellationToken cancellationToken) =>
        mediator.Send(new PreviewTemplateQuery(null, request.Template?.ToText(), request.Contact, request.Event), cancellationToken);

    /// <summary>Sends a template to a member of the workspace, to see how it looks. The email is listed as a message.</summary>
    /// <remarks>It is tried once; the response says what came of it. Without a mail server it is captured. `unsubscribeUrl` is a sample address.</remarks>
    /// <param name="id">The template.</param>
    /// <param name="request">Whom to send it, and for whom to render it.</param>
    /// <response code="200">The message.</response>
    /// <response code="409"><c>senderMissing</c>: the workspace has no sender; <c>templateNotRendered</c>: rendering fails with these values.</response>
    [HttpPost("{id:guid}/test-send")]
    [Needs(Need.Manage)]
    [ProducesResponseType<MessageDetailsResponse>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict)]
    public async Task<MessageDetailsResponse> TestSend(TemplateId id, TestSendRequest request, CancellationToken cancellationToken) =>
        MessageDetailsResponse.From(await mediator.Send(new SendTestMessageCommand(id, request.To, request.Contact, request.Event), cancellationToken));

    /// <summary>Lists the versions of a template, newest first. The newest 1,000 are kept.</summary>
    /// <param name="id">The template.</param>
    /// <param name="limit">How many items to return: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The nextCursor of the previous page.</param>
    /// <response code="200">A page of the list.</response>
    [HttpGet("{id:guid}/versions")]
    [Needs(Need.Read)]
    public Task<Page<TemplateVersionItem>> Versions(TemplateId id, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListTemplateVersionsQuery(id, new Paging(limit, cursor)), cancellationToken);

    /// <summary>Returns a version of a template with its content.</summary>
    /// <param name="id">The template.</param>
    /// <param name="version">The version number, from 1.</param>
    /// <response code="200">The version.</response>
    [HttpGet("{id:guid}/versions/{version:int}")]
    [Needs(Need.Read)]
    public Task<TemplateVersionResult> Version(TemplateId id, int version, CancellationToken cancellationToken) =>
        mediator.Send(new GetTemplateVersionQuery(id, version), cancellationToken);
}
