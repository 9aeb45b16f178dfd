using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Messages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    workspace_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    template_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    template_version = table.Column<int>(type: "INTEGER", nullable: true),
                    automation_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    enrollment_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    visit = table.Column<int>(type: "INTEGER", nullable: true),
                    step_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    content = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_messages", x => new { x.workspace_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "message_events",
                columns: table => new
                {
                    workspace_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    message_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    type = table.Column<int>(type: "INTEGER", nullable: false),
                    happened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    detail = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message_events", x => new { x.workspace_id, x.message_id, x.id });
                    table.ForeignKey(
                        name: "fk_message_events_messages_workspace_id_message_id",
                        columns: x => new { x.workspace_id, x.message_id },
                        principalTable: "messages",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_messages_content",
                table: "messages",
                columns: new[] { "workspace_id", "id" },
                filter: "content IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_messages_visit",
                table: "messages",
                columns: new[] { "workspace_id", "enrollment_id", "visit" },
                unique: true,
                filter: "enrollment_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_messages_workspace_id_automation_id_id",
                table: "messages",
                columns: new[] { "workspace_id", "automation_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_workspace_id_contact_id_id",
                table: "messages",
                columns: new[] { "workspace_id", "contact_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_workspace_id_status_id",
                table: "messages",
                columns: new[] { "workspace_id", "status", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_workspace_id_template_id_id",
                table: "messages",
                columns: new[] { "workspace_id", "template_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "message_events");

            migrationBuilder.DropTable(
                name: "messages");
        }
    }
}
