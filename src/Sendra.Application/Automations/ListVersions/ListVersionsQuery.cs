using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Automations.ListVersions;

/// <summary>Lists an automation's versions, newest first.</summary>
public sealed record ListVersionsQuery(AutomationId AutomationId, Paging Paging) : IRequest<Page<VersionItem>>;
