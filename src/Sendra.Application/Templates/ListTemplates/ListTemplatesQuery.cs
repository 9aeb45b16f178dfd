using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Templates.ListTemplates;

/// <summary>Lists templates, newest first.</summary>
/// <param name="Query">Only templates whose name contains this text, ignoring case; null for all.</param>
public sealed record ListTemplatesQuery(string? Query, Paging Paging) : IRequest<Page<TemplateItem>>;
