namespace Sendra.Domain.Messages;

/// <summary>What the source of a template is written in.</summary>
public enum TemplateFormat
{
    /// <summary>MJML. It is compiled where it is edited, and the compiled HTML comes with it.</summary>
    Mjml,

    /// <summary>HTML.</summary>
    Html,
}
