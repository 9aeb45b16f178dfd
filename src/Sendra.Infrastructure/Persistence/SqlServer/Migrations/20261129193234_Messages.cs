using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.SqlServer.Migrations
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
                    id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    workspace_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    contact_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false, collation: "Latin1_General_100_BIN2"),
                    template_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    template_version = table.Column<int>(type: "int", nullable: true),
                    automation_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    enrollment_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    visit = table.Column<int>(type: "int", nullable: true),
                    step_id = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    kind = table.Column<int>(type: "int", nullable: false),
                    status = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    sent_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    content = table.Column<byte[]>(type: "varbinary(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_messages", x => new { x.workspace_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "message_events",
                columns: table => new
                {
                    workspace_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    message_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    type = table.Column<int>(type: "int", nullable: false),
                    happened_at = table.Column<long>(type: "bigint", nullable: false),
                    detail = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2")
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
